# SPDX-License-Identifier: GPL-3.0-or-later
"""A small picture for the articles that the tests serve: two tides an hour apart, as a PNG."""

import math
import struct
import zlib


def _chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def _blend(below, above, part):
    return tuple(round(b + (a - b) * part) for b, a in zip(below, above))


def draw(width=560, height=240):
    """Returns: the bytes of a PNG of this size."""
    paper, grid, table, gauge = (250, 250, 247), (222, 222, 216), (154, 153, 150), (28, 113, 216)
    rows = [[paper] * width for _ in range(height)]
    for x in range(width):
        for y in range(height // 6, height, height // 6):
            rows[y][x] = grid
        for color, shift in ((table, 0), (gauge, width / 24)):
            phase = (x - shift) * 4 * 2 * math.pi / width
            level = height / 2 - height * (0.30 * math.sin(phase) + 0.06 * math.sin(phase / 2))
            slope = abs(height * 0.30 * math.cos(phase) * 8 * math.pi / width)
            reach = 1.5 * math.sqrt(1 + slope * slope)
            for y in range(max(0, int(level - reach)), min(height, int(level + reach) + 2)):
                rows[y][x] = _blend(rows[y][x], color, max(0, min(1, reach + 0.5 - abs(y - level))))
    data = b''.join(b'\0' + bytes(part for pixel in row for part in pixel) for row in rows)
    return (b'\x89PNG\r\n\x1a\n' + _chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + _chunk(b'IDAT', zlib.compress(data, 9)) + _chunk(b'IEND', b''))
