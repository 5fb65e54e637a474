package id.deskpilkada.tierreport;

/** In which capacity somebody signs for an office. */
public enum Capacity {
    /** Holds the office. */
    DEFINITIVE,
    /** Penjabat. */
    PJ,
    /** Pelaksana tugas. */
    PLT,
    /** Pelaksana harian. */
    PLH,
    /** Atas nama: on behalf of whoever holds it. */
    AN
}
