package id.deskpilkada.readiness.screening;

/**
 * A puskesmas area: the villages and TPS of the officers that name it.
 *
 * @param area digits of the district, or of the regency, that holds all of them
 */
record Puskesmas(long id, long electionId, String name, String area) {}
