package id.deskpilkada.voting.situation;

/** As seen by people on the spot. */
enum Weather {
    CLEAR,
    CLOUDY,
    RAIN,
    STORM,
    FLOOD
}
