"""Names of places that could be taken for persons: how they begin, how they end, and those of neither kind.

No list of towns is complete. But most names of two words in both countries begin with a word that no person
is called by, as San Diego, Ciudad Juárez and New Mexico do, or end with one, as Eagle Pass and Dodge City do.
What is a person's name as well (Sierra, Isla, Santiago, Villa) is left out, or stands with what follows it.
"""

import re

_BEGIN = (
    "Agua|Aguas|Alto|Arroyo|Bahía|Baja|Barranca|Cabo|Cerro|Ciudad|Colonia|Corpus|Costa|Cuatro|Eagle|East"
    "|Estación|Fort|Gran|Grand|Great|Golfo|Islas|Lago|Laguna|Lake|Llano|Lower|Mount|New|North|Nueva|Nuevo"
    "|Ojo|Palo|Paso|Piedra|Piedras|Playa|Playas|Port|Puente|Puerto|Río|Saint|Salt|San|Santa|Santo|South"
    "|Tierra|Upper|Valle|West"
)
_END = (
    "Bay|Beach|Bridge|Canyon|City|Coast|County|Creek|Crossing|Desert|Falls|Gulf|Heights|Hills|Island|Islands"
    "|Junction|Mountains|Pass|Peninsula|Plains|River|Springs|Street|Valley|Viejo"
)
_WHOLE = (
    "América Central|América Latina|Baton Rouge|Boca Chica|Buenos Aires|Casa Grande|Casas Grandes"
    "|Central America|Chula Vista|Del Rio|Del Río|El Centro|El Paso|El Salvador|Gómez Palacio|Isla Mujeres"
    "|La Habana|La Jolla|La Mesa|La Paz|Las Cruces|Las Vegas|Latin America|Los Angeles|Los Cabos|Los Mochis"
    "|Los Ángeles|Medio Oeste|Mesa Verde|Monte Albán|Otay Mesa|Poza Rica|Quintana Roo|Rio Bravo|Rio Grande"
    "|Sierra Blanca|Sierra Gorda|Sierra Madre|Sierra Nevada|Sierra Tarahumara|Sierra Vista|Triángulo Dorado"
    "|Tuxtla Gutiérrez|Villa Ahumada|Villa Unión"
)
_PLACE = re.compile(rf"(?:(?:{_WHOLE})|(?:{_BEGIN}) \w+|\w+ (?:{_END}))\b ?")


def after_place(words: str) -> str:
    """What stands behind the name of a place, or of several, at the beginning; without one, all of it."""
    while found := _PLACE.match(words):
        words = words[found.end() :]
    return words
