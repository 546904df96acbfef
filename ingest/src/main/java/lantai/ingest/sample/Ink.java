package lantai.ingest.sample;

import java.awt.Color;

/** What a mark on paper is made with. */
enum Ink {
    BLACK(new Color(0x1c1c1c)),
    GREY(new Color(0x7a7a7a)),
    RED(new Color(0xd0121b)),
    SEAL(new Color(0xC8, 0x20, 0x2A, 190)),
    PEN(new Color(0x1d2c74)),
    GOLD(new Color(0xd9a520)),
    WHITE(new Color(0xffffff));

    private final Color colour;

    Ink(Color colour) {
        this.colour = colour;
    }

    Color colour() {
        return colour;
    }
}
