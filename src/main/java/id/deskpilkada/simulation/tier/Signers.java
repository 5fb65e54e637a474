package id.deskpilkada.simulation.tier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.Place;
import java.util.Optional;
import java.util.Set;

/** Camats, the desk and the leader with their reports. Whatever an earlier run or the visitor has done is done. */
final class Signers {

    private static final String DESK = "desk2";
    private static final String LEADER = "sekda";
    private static final String REGENCY = "36.04";
    private static final Set<String> SETTLED = Set.of("SEALED", "APPROVED", "AUTOMATIC");

    private final Office office;

    Signers(Office office) {
        this.office = office;
    }

    /** @param version the first that is to be sealed */
    Answer seal(String camat, TierSlot slot, Place district, int version) {
        var seen = report(camat, slot, district.code());
        if (seen.isEmpty() || version(seen.get()) < version) {
            return Office.notYet();
        }
        var report = seen.get();
        if (!state(report).equals("SIGNING")) {
            return version(report) > version || SETTLED.contains(state(report)) ? Office.doneBefore() : Office.notYet();
        }
        return office.post(
                camat,
                address(report) + "/seal",
                signing("DEFINITIVE", "Camat " + district.name())
                        .put(
                                "remarks",
                                version > 1
                                        ? "Sudah diperiksa ulang bersama admin desa."
                                        : "Situasi aman, angka sudah diperiksa."));
    }

    /** The desk finds a figure that needs another look. */
    Answer giveBack(TierSlot slot, Place district) {
        var regency = report(DESK, slot, REGENCY);
        var part = report(DESK, slot, district.code());
        if (regency.isEmpty() || part.isEmpty()) {
            return Office.notYet();
        }
        if (version(part.get()) > 1 || !Set.of("CHECKING", "UNSEALED").contains(state(regency.get()))) {
            return Office.doneBefore();
        }
        return state(regency.get()).equals("CHECKING") && state(part.get()).equals("SEALED")
                ? office.post(
                        DESK,
                        address(part.get()) + "/return",
                        Office.object().put("reason", "Jumlah TPS yang sudah tutup belum sesuai dengan pantauan desk."))
                : Office.notYet();
    }

    /** @param version the first that is good enough */
    Answer forward(TierSlot slot, int version) {
        var seen = report(DESK, slot, REGENCY);
        if (seen.isEmpty()) {
            return Office.notYet();
        }
        return switch (state(seen.get())) {
            case "CHECKING" ->
                version(seen.get()) < version
                        ? Office.notYet()
                        : office.post(DESK, address(seen.get()) + "/forward", Office.object());
            case "SIGNING", "APPROVED" -> Office.doneBefore();
            default -> Office.notYet();
        };
    }

    Answer approve(TierSlot slot) {
        var seen = report(LEADER, slot, REGENCY);
        if (seen.isEmpty()) {
            return Office.notYet();
        }
        return switch (state(seen.get())) {
            case "SIGNING" ->
                office.post(
                        LEADER,
                        address(seen.get()) + "/approve",
                        signing("AN", "Sekretaris Daerah").put("onBehalfOf", "Bupati Serang"));
            case "APPROVED" -> Office.doneBefore();
            default -> Office.notYet();
        };
    }

    private static ObjectNode signing(String capacity, String position) {
        return Office.object().put("capacity", capacity).put("position", position);
    }

    /** The newest version. */
    private Optional<JsonNode> report(String username, TierSlot slot, String region) {
        var found = office.get(username, "/api/tier-reports?size=50&slot=" + slot.name() + "&region=" + region);
        for (var report : found.body().path("items")) {
            if (report.path("region").path("code").asText().equals(region)) {
                return Optional.of(report);
            }
        }
        return Optional.empty();
    }

    private static String address(JsonNode report) {
        return "/api/tier-reports/" + report.path("id").asLong();
    }

    private static int version(JsonNode report) {
        return report.path("version").asInt();
    }

    private static String state(JsonNode report) {
        return report.path("state").asText();
    }
}
