"""Todo lo que se dice a quien escribe, en español de México: por su oración en inglés.

Lo que se escribe en los archivos (claves, identificadores, palabras fijas como yes y no) queda como está.
"""

from dosmesas.text.messages_desk_es import DESK
from dosmesas.text.messages_faces_es import FACES
from dosmesas.text.messages_files_es import FILES
from dosmesas.text.messages_lang_es import LANG
from dosmesas.text.messages_load_es import LOAD
from dosmesas.text.messages_trial_es import TRIAL

AREAS = (FACES, FILES, LANG, LOAD, DESK, TRIAL)
SPANISH = {english: spanish for area in AREAS for english, spanish in area.items()}
