package id.deskpilkada.tierreport.page;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.tierreport.Capacity;
import id.deskpilkada.tierreport.flow.Signing;
import id.deskpilkada.tierreport.flow.TierReportActions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** What the buttons of the page do; each does what the task of the same step does. */
@Component
class TierActs {

    static final String ACT = "tindakan";
    static final String CHECKED = "sudah";

    private final TierReportActions actions;

    TierActs(TierReportActions actions) {
        this.actions = actions;
    }

    /**
     * @return the version to look at now
     * @throws Problem 422 {@code TIER_NOT_CONFIRMED} for a signature without the word that it was checked, else as {@link TierReportActions}
     */
    long take(long id, MultiValueMap<String, String> typed, Actor actor) {
        switch (word(typed, ACT)) {
            case Possible.SEAL -> actions.seal(id, signing(typed), actor);
            case Possible.APPROVE -> actions.approve(id, signing(typed), actor);
            case Possible.AGAIN -> {
                return actions.compileAgain(id, actor).id();
            }
            case Possible.FORWARD -> actions.forward(id, actor);
            case Possible.SEND_BACK -> actions.sendBack(id, text(typed, "alasan"), actor);
            case Possible.RETURN -> actions.returnDistricts(districts(typed), text(typed, "alasan"), actor);
            case Possible.CORRECT -> actions.askCorrection(id, text(typed, "alasan"), actor);
            case Possible.CALLED -> actions.called(id, text(typed, "alasan"), actor);
            default -> throw Problem.unprocessable("ANSWER_UNKNOWN");
        }
        return id;
    }

    private static Signing signing(MultiValueMap<String, String> typed) {
        if (text(typed, CHECKED) == null) {
            throw Problem.unprocessable("TIER_NOT_CONFIRMED");
        }
        var capacity = Arrays.stream(Capacity.values())
                .filter(one -> one.name().equals(word(typed, "kedudukan")))
                .findFirst()
                .orElse(null);
        return new Signing(
                capacity,
                text(typed, "atasnama"),
                text(typed, "jabatan"),
                text(typed, "pangkat"),
                text(typed, "nip"),
                text(typed, "catatan"));
    }

    private static List<Long> districts(MultiValueMap<String, String> typed) {
        return typed.getOrDefault("kecamatan", List.of()).stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
    }

    private static String word(MultiValueMap<String, String> typed, String field) {
        var first = typed.getFirst(field);
        return first == null ? "" : first;
    }

    private static @Nullable String text(MultiValueMap<String, String> typed, String field) {
        var word = word(typed, field).strip();
        return word.isEmpty() ? null : word;
    }
}
