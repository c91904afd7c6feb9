"""English: what many games say: simulate, balance, sensitivity."""

SWEEPS = {
    "sweep_head": "{games} games of {pack}, worldview {view}, played by {bot}, seeds from {seed}.",
    "sweep_rate": "{seconds} s: {rate} games a second, {turns} turns a second.",
    "sweep_part": "Stopped after {done} of {total} games.",
    "sweep_resume": "To go on: dosmesas simulate {pack} --resume {file}",
    "sweep_endings": "Endings, in 100 games:",
    "sweep_share": "{share} ({low} to {high})",
    "sweep_returns": "Mandates, mean of 0 to 100, and what 10, 50 and 90 of 100 games stay under:",
    "sweep_joint": "both countries",
    "sweep_return": "{mean} (give or take {error}); {p10}, {p50}, {p90}",
    "sweep_indicators": "Numbers at the end of each turn, mean (10 to 90 of 100 games); last, after the outlook:",
    "sweep_number": "{mean} ({p10} to {p90})",
    "sweep_turn": "turn {turn}: {text}",
    "sweep_after": "after: {text}",
    "sweep_never": "Never came: {names}.",
    "sweep_unchosen": "Never chosen: {names}.",
    "sweep_digest": "Fingerprint of the games: {digest}",
    "sweep_progress": "{done} of {total} games, {rate} a second, {left} left",
    "sweep_seconds": "{count} s",
    "sweep_minutes": "{count} min",
}
