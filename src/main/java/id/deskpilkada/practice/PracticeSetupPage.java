package id.deskpilkada.practice;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Opens a practice with one button and wipes it with another. */
@Controller
@RequestMapping("/setup/latihan")
class PracticeSetupPage {

    private static final int MOST = 10;

    private final Practices practices;
    private final PracticeRows rows;
    private final PracticeWipe wipe;
    private final Elections elections;
    private final Messages messages;

    PracticeSetupPage(
            Practices practices, PracticeRows rows, PracticeWipe wipe, Elections elections, Messages messages) {
        this.practices = practices;
        this.rows = rows;
        this.wipe = wipe;
        this.elections = elections;
        this.messages = messages;
    }

    @GetMapping
    String show(@RequestParam Map<String, String> typed, Model model, Actor actor) {
        actor.require(Permission.RUN_PRACTICE);
        var known = rows.latest(MOST);
        model.addAttribute("typed", typed);
        model.addAttribute("elections", elections.all());
        model.addAttribute(
                "running", known.stream().filter(one -> one.phase() != null).toList());
        model.addAttribute(
                "gone", known.stream().filter(one -> one.phase() == null).toList());
        return "setup-latihan";
    }

    @PostMapping
    String open(@RequestParam Map<String, String> typed, Model model, Actor actor, HttpServletResponse response) {
        actor.require(Permission.RUN_PRACTICE);
        try {
            var opened = practices.open(draft(typed), actor);
            return done("dibuka", opened.code());
        } catch (Problem refusal) {
            return refused(refusal, typed, model, actor, response);
        }
    }

    @PostMapping("/hapus")
    String wipe(@RequestParam Map<String, String> typed, Model model, Actor actor, HttpServletResponse response) {
        actor.require(Permission.RUN_PRACTICE);
        var code = typed.getOrDefault("round", "");
        try {
            wipe.wipe(typed.getOrDefault("election", ""), code, typed.getOrDefault("ketik", ""), actor);
            return done("dihapus", code);
        } catch (Problem refusal) {
            return refused(refusal, typed, model, actor, response);
        }
    }

    private static String done(String what, String code) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/setup/latihan")
                        .queryParam(what, "{code}")
                        .encode()
                        .buildAndExpand(code)
                        .toUriString();
    }

    private String refused(
            Problem refusal, Map<String, String> typed, Model model, Actor actor, HttpServletResponse response) {
        response.setStatus(refusal.status().value());
        model.addAttribute("refused", messages.problem(refusal.code(), refusal.arguments()));
        model.addAttribute(
                "faults",
                refusal.errors().stream().map(messages::problem).distinct().toList());
        return show(typed, model, actor);
    }

    private static PracticeDraft draft(Map<String, String> typed) {
        boolean onADay = "hari".equals(typed.get("waktu"));
        return new PracticeDraft(
                blankToNull(typed.get("election")),
                onADay ? day(typed.getOrDefault("hari", "")) : null,
                onADay ? null : hours(typed.getOrDefault("jam", "")),
                typed.containsKey("keluar"));
    }

    private static int hours(String typed) {
        return typed.strip().matches("[0-9]{1,3}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("day", typed, "MALFORMED_DATE")));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
