package id.deskpilkada.walk;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody who tries every door: one for each role.
 *
 * @param number of the polling station that is theirs
 */
record Walker(int number, String role, String scope) {

    private static final List<String> FIELD = List.of(
            "tps-officer",
            "village-admin",
            "district-admin",
            "camat",
            "district-verifier",
            "helpdesk",
            "health",
            "agency-bpbd");
    private static final List<String> REGENCY = List.of("desk", "leader", "supervisor", "liaison", "it-admin");

    /** People of the district Kramatwatu. */
    static List<Walker> ofTheDistrict() {
        return IntStream.rangeClosed(1, FIELD.size())
                .mapToObj(number -> new Walker(number, FIELD.get(number - 1), place(number)))
                .toList();
    }

    /** People whose place is the whole regency. */
    static List<Walker> ofTheRegency() {
        return IntStream.rangeClosed(1, REGENCY.size())
                .mapToObj(number -> new Walker(FIELD.size() + number, REGENCY.get(number - 1), "36.04"))
                .toList();
    }

    private static String place(int number) {
        return switch (FIELD.get(number - 1)) {
            case "tps-officer" -> MarkedDistricts.own(number);
            case "village-admin" -> "36.04.05.2002";
            default -> MarkedDistricts.KRAMATWATU;
        };
    }

    String username() {
        return "pejalan-" + role;
    }
}
