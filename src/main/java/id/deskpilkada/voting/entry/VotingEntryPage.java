package id.deskpilkada.voting.entry;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page on which all TPS of a reporter are reported at once; scripts make it quicker, without them it is an ordinary form. */
@Controller
@RequestMapping("/lapangan/pemungutan")
class VotingEntryPage {

    private final Elections elections;
    private final EntrySlots slots;
    private final EntryTabs tabs;
    private final EntryForms forms;
    private final EntrySending sending;

    VotingEntryPage(Elections elections, EntrySlots slots, EntryTabs tabs, EntryForms forms, EntrySending sending) {
        this.elections = elections;
        this.slots = slots;
        this.tabs = tabs;
        this.forms = forms;
        this.sending = sending;
    }

    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(name = "wilayah", required = false) @Nullable String area,
            Model model,
            Actor actor) {
        var rounds = rounds();
        var areas = EntryPlaces.of(actor);
        if (areas.isEmpty() || rounds.isEmpty()) {
            model.addAttribute("notice", areas.isEmpty() ? "voting.entry.notReporter" : "voting.entry.noRound");
            return "lapangan/pemungutan-kosong";
        }
        var chosen = election == null && round == null ? rounds.get(0) : elections.round(election, round);
        model.addAttribute("rounds", rounds);
        var place = first(area == null ? areas : EntryPlaces.within(actor, Area.digits(area)));
        return shown(chosen, slot, place, PostedEntry.NOTHING, model, actor);
    }

    /** The whole of a person's places when it is larger than a village, else the village of the first. */
    private static String first(List<String> areas) {
        return areas.get(0).length() < EntryPlaces.VILLAGE ? areas.get(0) : EntryPlaces.village(areas.get(0));
    }

    @PostMapping
    String send(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam String slot,
            @RequestParam(name = "wilayah") String area,
            @RequestParam Map<String, String> parameters,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Actor actor) {
        var chosen = elections.round(election, round);
        EntryPlaces.within(actor, Area.digits(area));
        var posted = sending.send(chosen, slot, PostedEntry.of(parameters), actor);
        int sent = posted.filled().size();
        if (posted.faults().isEmpty()) {
            next.addFlashAttribute("sent", sent);
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/lapangan/pemungutan")
                            .queryParam("slot", slot)
                            .queryParam("wilayah", area)
                            .queryParam("election", chosen.electionCode())
                            .queryParam("round", chosen.code())
                            .build()
                            .encode();
        }
        int refused = posted.faults().containsKey("")
                ? posted.faults().size() - 1
                : posted.faults().size();
        response.setStatus(422);
        model.addAttribute("refused", refused);
        model.addAttribute("taken", sent - refused);
        model.addAttribute("rounds", rounds());
        return shown(chosen, slot, Area.digits(area), posted, model, actor);
    }

    /** The form alone, for Tasklist. */
    @GetMapping("/isian")
    String form(
            @RequestParam String election,
            @RequestParam String round,
            @RequestParam String slot,
            @RequestParam(name = "wilayah") String area,
            Model model,
            Actor actor) {
        var chosen = elections.round(election, round);
        model.addAttribute("form", forms.of(chosen, slot, area, PostedEntry.NOTHING, actor));
        model.addAttribute("task", true);
        return "lapangan/pemungutan-isian :: form";
    }

    private String shown(
            RoundRef round, @Nullable String slot, String area, PostedEntry posted, Model model, Actor actor) {
        EntryPlaces.within(actor, area);
        var known = slots.of(round.id());
        if (known.isEmpty()) {
            throw Problem.unprocessable("UNKNOWN_SLOT", slot == null ? "" : slot);
        }
        model.addAttribute("round", round);
        model.addAttribute("area", area);
        var strip = tabs.of(round, slot, area, actor);
        model.addAttribute("tabs", strip);
        if (area.length() < EntryPlaces.VILLAGE) {
            model.addAttribute("places", tabs.places(round, strip.slot(), area));
            return "lapangan/pemungutan-desa";
        }
        model.addAttribute("form", forms.of(round, strip.slot(), area, posted, actor));
        return "lapangan/pemungutan";
    }

    private List<RoundRef> rounds() {
        return elections.startedRounds().stream()
                .filter(round -> !slots.of(round.id()).isEmpty())
                .toList();
    }
}
