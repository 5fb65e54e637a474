package id.deskpilkada.platform.document;

/**
 * What stands above every document.
 *
 * @param region name of the region that the installation serves
 * @param helpdeskNumber telephone number of the help desk, empty where none is set
 */
public record Letterhead(String region, String helpdeskNumber) {}
