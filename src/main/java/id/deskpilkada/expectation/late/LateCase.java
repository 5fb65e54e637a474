package id.deskpilkada.expectation.late;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.expectation.wave.Wave;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The following up of one wave.
 *
 * @param race null for a kind that knows no race
 */
record LateCase(RoundRef round, Wave wave, @Nullable RaceRef race) {

    /** Business key {@code <election>/<round>/<kind>/<slot>/<race or ->/<district>}. */
    String subject() {
        return String.join("/", occasion(), wave.district());
    }

    /** What all districts of the slot and race have in common. */
    String occasion() {
        return String.join("/", round.businessKey(), wave.kind().name(), wave.slot(), race == null ? "-" : race.code());
    }

    /** The address of the call list of the district, or of the regency given as {@code region}. */
    String page(String region) {
        return "/desk/belum-lapor?kind=" + wave.kind() + "&slot=" + encoded(wave.slot())
                + (race == null ? "" : "&race=" + race.code())
                + "&region=" + region + "&election=" + encoded(round.electionCode()) + "&round="
                + encoded(round.code());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
