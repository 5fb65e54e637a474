package id.deskpilkada.election;

/** The election law that an election follows. */
public enum Law {
    /** UU 10/2016: governors, regents, mayors. */
    PILKADA,
    /** UU 7/2017: president, councils. */
    PEMILU
}
