package id.deskpilkada.simulation.world;

/** A province, regency, district or village: its dotted code and its name. */
public record Place(String code, String name) {

    private static final int DISTRICT = 8;
    private static final int VILLAGE = 13;

    public String area() {
        return code.replace(".", "");
    }

    public boolean isDistrict() {
        return code.length() == DISTRICT;
    }

    public boolean isVillage() {
        return code.length() == VILLAGE;
    }

    /** Dotted code of the district that a village lies in. */
    public String districtCode() {
        return code.substring(0, DISTRICT);
    }
}
