"""Spanish: what many games say: simulate, balance, sensitivity."""

SWEEPS = {
    "sweep_head": "{games} partidas de {pack}, visión {view}, jugadas por {bot}, semillas desde {seed}.",
    "sweep_rate": "{seconds} s: {rate} partidas por segundo, {turns} turnos por segundo.",
    "sweep_part": "Detenido tras {done} de {total} partidas.",
    "sweep_resume": "Para seguir: dosmesas simulate {pack} --resume {file}",
    "sweep_endings": "Finales, de cada 100 partidas:",
    "sweep_share": "{share} ({low} a {high})",
    "sweep_returns": "Mandatos, media de 0 a 100, y lo que no rebasan 10, 50 y 90 de cada 100 partidas:",
    "sweep_joint": "los dos países",
    "sweep_return": "{mean} (error de {error}); {p10}, {p50}, {p90}",
    "sweep_indicators": "Cifras al cierre de cada turno, media (de 10 a 90 de cada 100 partidas); al final, tras el horizonte:",
    "sweep_number": "{mean} ({p10} a {p90})",
    "sweep_turn": "turno {turn}: {text}",
    "sweep_after": "después: {text}",
    "sweep_never": "Nunca llegaron: {names}.",
    "sweep_unchosen": "Nunca elegidas: {names}.",
    "sweep_digest": "Huella de las partidas: {digest}",
    "sweep_progress": "{done} de {total} partidas, {rate} por segundo, faltan {left}",
    "sweep_seconds": "{count} s",
    "sweep_minutes": "{count} min",
}
