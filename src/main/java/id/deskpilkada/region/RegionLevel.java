package id.deskpilkada.region;

/** The four levels of a region; a polling station lies below a village and is no region. */
public enum RegionLevel {
    PROVINCE,
    REGENCY,
    DISTRICT,
    VILLAGE
}
