"""Todo lo que se dice a quien escribe, en español de México: por su oración en inglés.

Lo que se escribe en los archivos (claves, identificadores, palabras fijas como yes y no) queda como está.
"""

from dosmesas.text.messages_faces_es import FACES

SPANISH = {**FACES}
