package id.deskpilkada.expectation.late;

/** Who is told about reports that do not come, in the order in which they are told. */
enum Addressee {
    REPORTER,
    CAMAT,
    DESK,
    LEADER
}
