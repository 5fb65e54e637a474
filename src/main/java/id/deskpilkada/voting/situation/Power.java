package id.deskpilkada.voting.situation;

/** Whether there is electricity: everywhere, in parts, nowhere. */
enum Power {
    ON,
    PARTIAL,
    OFF
}
