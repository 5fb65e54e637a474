package id.deskpilkada.simulation.day;

/** One thing that somebody does about a form. */
enum Act {
    /** The village admin copies the paper and names the photo that will follow. */
    COPY,
    COPY_WITHOUT_PHOTO,
    /** The village admin takes one number for another. */
    MISCOPY,
    COPY_WITH_BLURRED_PHOTO,
    /** The kecamatan types what the village tells by telephone. */
    COPY_BY_PHONE,
    /** The same numbers once more, by telephone. */
    REPEAT_BY_PHONE,
    /** The kecamatan reports another number than the village did. */
    DISAGREE,
    /** Somebody sends a form of a TPS that is not theirs, and is refused. */
    COPY_FOREIGN,
    /** Letters in a number box, and the answer names the box. */
    COPY_WITH_LETTERS,
    PHOTO,
    BLURRED_PHOTO,
    /** The photos-only report that replaces a rejected photo, and the photo. */
    NAME_NEW_PHOTO,
    NEW_PHOTO,
    REKEY,
    REJECT_PHOTO,
    /** The desk writes down what the paper says. */
    DECIDE,
    /** The desk notes that the paper itself does not add up. */
    NOTE,
    /** After the end the village finds that it copied one number wrongly. */
    CORRECT;

    boolean expectsRefusal() {
        return this == COPY_FOREIGN || this == COPY_WITH_LETTERS;
    }
}
