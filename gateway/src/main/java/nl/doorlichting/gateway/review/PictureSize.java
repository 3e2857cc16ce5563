package nl.doorlichting.gateway.review;

/**
 * What a picture is drawn for. Each has a drawing of its own, because the letters of one that is enlarged or shrunken are not
 * those of the page.
 */
enum PictureSize {
    /** Beside the text of its chapter. */
    WIDE(756),
    /** Beside the same picture of another programme. */
    BESIDE(524),
    /** On a narrow screen. */
    NARROW(346);

    private final int width;

    PictureSize(int width) {
        this.width = width;
    }

    /** How wide the drawing is, in pixels of a screen. */
    int width() {
        return width;
    }

    /** Whether names stand left of their marks. Elsewhere they stand above them. */
    boolean isWide() {
        return this == WIDE;
    }

    boolean isNarrow() {
        return this == NARROW;
    }

    /** How many letters of a name fit in a line of their own. */
    int letters() {
        return width * 2 / 15 - 2;
    }
}
