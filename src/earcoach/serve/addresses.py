"""Where the page is: on this machine, and in the local network as a phone can reach it."""

import ipaddress
import socket
from contextlib import closing

import segno

from earcoach import EarcoachError

NOWHERE = "192.0.2.1"
"""An address for documentation: nothing is sent there, the system only says how it would."""


def lan_address() -> str:
    """This machine's address in the local network. Raises EarcoachError without one."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as asked:
        try:
            asked.connect((NOWHERE, 9))
            found = ipaddress.ip_address(asked.getsockname()[0])
        except OSError:
            found = ipaddress.ip_address("0.0.0.0")
    if found.is_loopback or found.is_unspecified or found.is_link_local:
        raise EarcoachError(
            "this machine is in no local network, so no phone can reach it",
            cure="join the phone's Wi-Fi, or leave --lan out to use the page here",
        )
    return str(found)


def qr_code(address: str) -> str:
    """An address to scan, in half blocks; a terminal with light letters needs it turned over."""
    rows = [[bool(module) for module in row] for row in segno.make(address).matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    blocks = {(True, True): " ", (True, False): "▄", (False, True): "▀", (False, False): "█"}
    return "\n".join("".join(blocks[pair] for pair in zip(*two, strict=True)) for two in pairs)
