package id.deskpilkada.incident.page;

import id.deskpilkada.incident.board.Openings;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.LostRace;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One incident: what happened, who is at it, everything that was done, and what the desk decides. Works without scripts. */
@Controller
@RequestMapping("/desk/kejadian/{id:[0-9]+}")
class IncidentPage {

    private static final Set<String> ACTS = Set.of(
            "nilai",
            "tolak",
            "gabung",
            "tingkat",
            "kirim",
            "terhenti",
            "teruskan",
            "tutup",
            "buka",
            "catat",
            "telepon",
            "pengganti");

    private final IncidentSheets sheets;
    private final IncidentActs acts;
    private final Openings openings;
    private final Messages messages;

    IncidentPage(IncidentSheets sheets, IncidentActs acts, Openings openings, Messages messages) {
        this.sheets = sheets;
        this.acts = acts;
        this.openings = openings;
        this.messages = messages;
    }

    @GetMapping
    String page(
            @PathVariable long id,
            @RequestParam(name = "selesai", defaultValue = "") String done,
            Model model,
            Actor actor) {
        model.addAttribute("done", ACTS.contains(done) ? done : null);
        var page = shown(id, Typed.nothing(), "kejadian/satu", model, actor);
        openings.opened(id, actor);
        return page;
    }

    /** What changes by itself. */
    @GetMapping("/keadaan")
    String standing(@PathVariable long id, Model model, Actor actor) {
        return shown(id, Typed.nothing(), "kejadian/keadaan :: both", model, actor);
    }

    /** What may be decided now. */
    @GetMapping("/tindakan")
    String acts(@PathVariable long id, Model model, Actor actor) {
        actor.require(Permission.TRIAGE_INCIDENTS);
        return shown(id, Typed.nothing(), "kejadian/tindakan :: acts", model, actor);
    }

    @PostMapping
    String decide(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        actor.require(Permission.TRIAGE_INCIDENTS);
        var typed = new Typed(fields);
        var act = typed.word("tindakan");
        try {
            LostRace.again(() -> acts.take(id, typed, actor));
        } catch (Problem refusal) {
            return refused(id, typed, refusal, response, model, actor);
        }
        return "redirect:/desk/kejadian/" + id + "?selesai=" + (ACTS.contains(act) ? act : "");
    }

    private String refused(
            long id, Typed typed, Problem refusal, HttpServletResponse response, Model model, Actor actor) {
        var page = shown(id, typed, "kejadian/satu", model, actor);
        boolean wrongOther =
                typed.word("tindakan").equals(IncidentActs.MERGE) && refusal.status() == HttpStatus.NOT_FOUND;
        if (!wrongOther
                && refusal.status() != HttpStatus.CONFLICT
                && refusal.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
            throw refusal;
        }
        response.setStatus(
                wrongOther
                        ? HttpStatus.UNPROCESSABLE_ENTITY.value()
                        : refusal.status().value());
        var about = typed.word("penugasan");
        model.addAttribute("refused", typed.word("tindakan") + (about.isEmpty() ? "" : "-" + about));
        model.addAttribute("notice", messages.problem(refusal.code(), refusal.arguments()));
        model.addAttribute("field", ACTS.contains(typed.word("tindakan")) ? field(refusal.code()) : "");
        if (refusal.code().equals("INCIDENT_CHANGED")) {
            model.addAttribute("news", sheets.news(id, typed.key("versi")));
        }
        return page;
    }

    /** The field that a refusal is about; nothing when it is about the whole form. */
    private static String field(String code) {
        return switch (code) {
            case "REMARK_REQUIRED", "INCIDENT_TEXT_LENGTH" -> "keterangan";
            case "SEVERITY_RANGE", "SEVERITY_NOT_HIGHER" -> "tingkat";
            case "UNKNOWN_AGENCY", "AGENCY_THERE" -> "instansi";
            case "MERGE_INTO_ITSELF", "MERGE_TARGET", "UNKNOWN_INCIDENT" -> "ke";
            case "HURT_COUNT" -> "korban";
            case "TIME_OF_DAY" -> "dilanjutkan";
            case "SPOKEN_TO_REQUIRED" -> "nama";
            case "ANSWER_UNKNOWN" -> "jawaban";
            default -> "";
        };
    }

    private String shown(long id, Typed typed, String view, Model model, Actor actor) {
        model.addAttribute("sheet", sheets.of(id, actor));
        model.addAttribute("sheets", sheets);
        model.addAttribute("typed", typed);
        return view;
    }
}
