package id.deskpilkada.dictation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.dictation.DictationSheet.Asked;
import id.deskpilkada.dictation.DictationSheet.Race;
import id.deskpilkada.dictation.DictationSheet.Slot;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldapp.AppParts;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the desk and the districts take reports down by keyboard. */
@Controller
class DictationPage {

    private final Elections elections;
    private final Regions regions;
    private final AppParts app;
    private final ObjectMapper json;
    private final Clock clock;

    DictationPage(Elections elections, Regions regions, AppParts app, ObjectMapper json, Clock clock) {
        this.elections = elections;
        this.regions = regions;
        this.app = app;
        this.json = json;
        this.clock = clock;
    }

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(required = false) @Nullable String tps,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String source) {
        return new Asked(filled(tps), filled(region), filled(kind), filled(slot), filled(race), filled(source));
    }

    @GetMapping("/desk/masukkan")
    String page(
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Model model,
            Actor actor)
            throws JsonProcessingException {
        actor.require(Permission.REPORT_FOR_OTHERS);
        inside(asked.tps(), actor);
        inside(asked.region(), actor);
        var running = elections.startedRounds();
        boolean named = filled(election) != null || filled(round) != null;
        if (!named && running.isEmpty()) {
            return "desk/masukkan";
        }
        var inRound = named ? elections.round(filled(election), filled(round)) : running.get(0);
        model.addAttribute("round", inRound);
        model.addAttribute("rounds", running);
        model.addAttribute("app", app.root());
        model.addAttribute("sheet", json.writeValueAsString(sheet(inRound, asked, actor)));
        return "desk/masukkan";
    }

    private static void inside(@Nullable String place, Actor actor) {
        if (place != null) {
            actor.require(Permission.REPORT_FOR_OTHERS, place);
        }
    }

    private DictationSheet sheet(RoundRef round, Asked asked, Actor actor) {
        var slots = elections.slots(round.id());
        var due = due(slots);
        return new DictationSheet(
                actor.id(),
                round.electionCode(),
                round.code(),
                regions.zone().getId(),
                Messages.locale().getLanguage(),
                asked,
                due.map(slot -> ReportKind.valueOf(slot.kind())).orElse(null),
                due.map(SlotRef::slot).orElse(null),
                slots.stream()
                        .filter(DictationPage::isReported)
                        .map(slot -> new Slot(
                                slot.kind(),
                                slot.slot(),
                                slot.opensAt().toString(),
                                slot.dueAt().toString()))
                        .toList(),
                elections.races(round.electionId()).stream()
                        .map(race -> new Race(race.code(), race.name()))
                        .toList(),
                actor.may(Permission.PLAN_VISITS));
    }

    /** The slot that opened last, else the first one. */
    private Optional<SlotRef> due(List<SlotRef> slots) {
        var now = clock.instant();
        var reported = slots.stream().filter(DictationPage::isReported).toList();
        return reported.stream()
                .filter(slot -> !slot.opensAt().isAfter(now))
                .max(Comparator.comparing(SlotRef::opensAt))
                .or(() -> reported.stream().findFirst());
    }

    private static boolean isReported(SlotRef slot) {
        return Arrays.stream(ReportKind.values()).anyMatch(kind -> kind.name().equals(slot.kind()));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
