"""What the home tables of a country add to the world: names that engine and loader must agree on."""


def inquiry_flag(office: str) -> str:
    """The flag that an office is looked into, for it answered for what its home table did not carry."""
    return f"inquiry_{office.replace('.', '_')}"


def dissent_flag(office: str) -> str:
    """The flag that an office gave way to a colleague whose choice clashed with its own."""
    return f"dissent_{office.replace('.', '_')}"
