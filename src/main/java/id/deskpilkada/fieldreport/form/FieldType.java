package id.deskpilkada.fieldreport.form;

/** How a field of a report is written in JSON. */
public enum FieldType {
    /** A whole number. */
    COUNT,
    /** A number as it stands on Form C1: a whole number, digits as text, or a blank. */
    FORM_NUMBER,
    TEXT,
    /** One code of a list. */
    CHOICE,
    FLAG,
    /** ISO 8601 with offset. */
    TIME,
    /** {@code {lat, lng}} in degrees, WGS 84. */
    LOCATION,
    /** SHA-256 of each photo. */
    PHOTOS,
    /** A UUID. */
    ID
}
