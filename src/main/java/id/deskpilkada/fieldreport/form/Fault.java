package id.deskpilkada.fieldreport.form;

/** What can be wrong with a single field. */
public enum Fault {
    /** It is not described. */
    UNKNOWN,
    /** A group is no JSON object. */
    SHAPE,
    REQUIRED,
    /** A number is none, or too small or too large. */
    RANGE,
    CHOICE,
    /** A choice is not even a text; where this has no code, it is {@link #CHOICE}. */
    CHOICE_TYPE,
    FLAG,
    TIME,
    TEXT,
    TOO_LONG,
    /** Degrees that are none. */
    DEGREES,
    ID,
    /** Too few photos. */
    TOO_FEW
}
