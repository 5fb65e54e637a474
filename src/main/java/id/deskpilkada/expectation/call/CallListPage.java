package id.deskpilkada.expectation.call;

import id.deskpilkada.expectation.excuse.ExcuseDesk;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Whom to call now; made for a telephone in one hand, and works without scripts. */
@Controller
@RequestMapping("/desk/belum-lapor")
class CallListPage {

    private final CallList list;
    private final ExcuseDesk excuses;
    private final Messages messages;

    CallListPage(CallList list, ExcuseDesk excuses, Messages messages) {
        this.list = list;
        this.excuses = excuses;
        this.messages = messages;
    }

    @ModelAttribute("asked")
    CallQuestion asked(
            @RequestParam(required = false) @Nullable ReportKind kind,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String race,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable Integer page) {
        return new CallQuestion(kind, slot, race, region, election, round, page);
    }

    @GetMapping
    String page(
            @ModelAttribute(name = "asked", binding = false) CallQuestion asked,
            @RequestParam(name = "dimaklumi", required = false) @Nullable Integer excused,
            @RequestParam(name = "dicabut", required = false) @Nullable String withdrawn,
            Model model,
            Actor actor) {
        actor.require(Permission.CALL_REPORTERS);
        model.addAttribute("excused", excused);
        model.addAttribute("withdrawn", withdrawn != null);
        return shown(asked, List.of(), "", model, actor);
    }

    /** The live part of the page. */
    @GetMapping("/daftar")
    String part(@ModelAttribute(name = "asked", binding = false) CallQuestion asked, Model model, Actor actor) {
        actor.require(Permission.CALL_REPORTERS);
        return shown(asked, List.of(), "", model, actor) + " :: daftar";
    }

    @PostMapping("/maklumi")
    String excuse(
            @ModelAttribute(name = "asked", binding = false) CallQuestion asked,
            @RequestParam(name = "tps", required = false) @Nullable List<String> tps,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        actor.require(Permission.EXCUSE_REPORTS);
        var chosen = tps == null ? List.<String>of() : tps;
        return refusable(
                () -> back(asked)
                        + "&dimaklumi="
                        + excuses.excuse(
                                asked.kind(),
                                asked.slot(),
                                asked.race(),
                                chosen,
                                reason,
                                asked.election(),
                                asked.round(),
                                actor),
                () -> shown(asked, chosen, reason, model, actor),
                response,
                model);
    }

    @PostMapping("/cabut")
    String withdraw(
            @ModelAttribute(name = "asked", binding = false) CallQuestion asked,
            @RequestParam long id,
            @RequestParam(name = "why", defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            Actor actor) {
        actor.require(Permission.EXCUSE_REPORTS);
        return refusable(
                () -> {
                    excuses.withdraw(id, reason, actor);
                    return back(asked) + "&dicabut=ya";
                },
                () -> shown(asked, List.of(), "", model, actor),
                response,
                model);
    }

    /** What is refused for a reason that can be mended comes back with everything that was ticked and written. */
    private String refusable(Supplier<String> act, Supplier<String> again, HttpServletResponse response, Model model) {
        try {
            return "redirect:" + act.get();
        } catch (Problem refusal) {
            if (refusal.status().value() != 422 && refusal.status().value() != 409) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("notice", messages.refusal(refusal));
            return again.get();
        }
    }

    private String shown(CallQuestion asked, List<String> ticked, String reason, Model model, Actor actor) {
        model.addAttribute("view", list.of(asked, actor).orElse(null));
        model.addAttribute("ticked", ticked);
        model.addAttribute("reason", reason);
        return "desk/belum-lapor";
    }

    private static String back(CallQuestion asked) {
        var address = UriComponentsBuilder.fromPath("/desk/belum-lapor").queryParam("kind", asked.kind());
        Stream.of(
                        new String[] {"slot", asked.slot()},
                        new String[] {"race", asked.race()},
                        new String[] {"region", asked.region()},
                        new String[] {"election", asked.election()},
                        new String[] {"round", asked.round()})
                .filter(parameter -> parameter[1] != null && !parameter[1].isBlank())
                .forEach(parameter -> address.queryParam(parameter[0], parameter[1]));
        return address.encode().toUriString();
    }
}
