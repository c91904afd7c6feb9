"""Los mensajes en español de México: lo que rodea a cada mensaje."""

FACES = {
    "error": "error",
    "warning": "advertencia",
    "did you mean '{name}'?": "¿quiso decir '{name}'?",
    "did you mean '{one}' or '{other}'?": "¿quiso decir '{one}' o '{other}'?",
}
