package id.deskpilkada.platform.document;

/**
 * What stands above every document.
 *
 * @param region name of the region that the installation serves
 * @param helpdeskNumber telephone number of the help desk, empty where none is set
 * @param office lines above the desk's name, e.g. {@code Pemerintah Kabupaten Serang}; empty where none is set, as {@code address}
 * @param logo an image that carries itself ({@code data:}), empty where none is set
 */
public record Letterhead(String region, String helpdeskNumber, String office, String address, String logo) {

    public Letterhead(String region, String helpdeskNumber) {
        this(region, helpdeskNumber, "", "", "");
    }
}
