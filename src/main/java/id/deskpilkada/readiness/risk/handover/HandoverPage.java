package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.readiness.risk.RiskIndicator;
import id.deskpilkada.readiness.risk.RiskIndicators;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Handing lists over, and following them; works without JavaScript. */
@Controller
@RequestMapping("/desk/rawan")
class HandoverPage {

    private static final int SIZE = 25;
    private static final int ROWS = 50;

    private final HandoverDesk desk;
    private final HandoverReading reading;
    private final RiskIndicators indicators;
    private final Regions regions;
    private final Messages messages;

    HandoverPage(
            HandoverDesk desk, HandoverReading reading, RiskIndicators indicators, Regions regions, Messages messages) {
        this.desk = desk;
        this.reading = reading;
        this.indicators = indicators;
        this.regions = regions;
        this.messages = messages;
    }

    @ModelAttribute("known")
    RiskIndicators known() {
        return indicators;
    }

    /** The form begins with an agency and, if it was chosen on the page before, a variable. */
    @GetMapping("/serahkan")
    String form(
            @RequestParam(name = "instansi", defaultValue = "") String agency,
            @RequestParam(name = "wilayah", defaultValue = "") String region,
            @RequestParam(name = "variabel", defaultValue = "") String variable,
            @RequestParam(name = "indikator", required = false) @Nullable List<String> chosen,
            Actor actor,
            Model model) {
        actor.require(Permission.HAND_OVER_RISKS);
        var all = indicators.all().stream().filter(RiskIndicator::active).toList();
        var wanted = chosen == null
                ? all.stream()
                        .filter(one -> variable.isEmpty()
                                ? one.owner().equals(agency)
                                : one.variable().equals(variable))
                        .map(RiskIndicator::code)
                        .toList()
                : chosen;
        var to = agency.isEmpty()
                ? all.stream()
                        .filter(one -> wanted.contains(one.code()))
                        .map(RiskIndicator::owner)
                        .findFirst()
                        .orElse("")
                : agency;
        var owners = indicators.owners().stream()
                .filter(owner -> !owner.equals(RiskIndicators.DESK))
                .toList();
        model.addAttribute("agency", to.equals(RiskIndicators.DESK) ? "" : to);
        model.addAttribute("region", region);
        var waiting = waiting(all, to, region, actor);
        model.addAttribute(
                "chosen",
                wanted.stream()
                        .filter(code -> waiting.getOrDefault(code, 0) > 0)
                        .toList());
        model.addAttribute("all", all);
        model.addAttribute("owners", owners);
        model.addAttribute("districts", regions.districts());
        model.addAttribute("waiting", waiting);
        model.addAttribute("zone", regions.zoneName());
        return "desk/rawan-serahkan";
    }

    private Map<String, Integer> waiting(List<RiskIndicator> all, String agency, String region, Actor actor) {
        var to = agency.isEmpty() || agency.equals(RiskIndicators.DESK) ? "xx" : agency;
        return all.stream()
                .map(RiskIndicator::code)
                .collect(Collectors.toMap(
                        Function.identity(), code -> desk.count(to, List.of(code), region, null, null, actor)));
    }

    @PostMapping("/serahkan")
    String hand(
            @RequestParam(name = "instansi", defaultValue = "") String agency,
            @RequestParam(name = "wilayah", defaultValue = "") String region,
            @RequestParam(name = "indikator", required = false) @Nullable List<String> chosen,
            @RequestParam(name = "pesan", defaultValue = "") String note,
            @RequestParam(name = "konfirmasi", defaultValue = "") String acknowledgeBy,
            @RequestParam(name = "tindakan", defaultValue = "") String measuresBy,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        var codes = Objects.requireNonNullElse(chosen, List.<String>of());
        var given = new HandoverChoice.Given(agency, codes, region, note, zoned(acknowledgeBy), zoned(measuresBy));
        try {
            return "redirect:/desk/rawan/penyerahan/" + desk.hand(given, null, null, actor) + "?terkirim=true";
        } catch (Problem refusal) {
            if (refusal.status().value() == HttpServletResponse.SC_FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("refusal", messages.refusal(refusal));
            model.addAttribute("note", note);
            return form(agency, region, "", codes, actor, model);
        }
    }

    /** What a date field sends is in the regency's own time; what cannot be read stays as it is and is refused later. */
    private String zoned(String local) {
        try {
            return local.isBlank()
                    ? ""
                    : LocalDateTime.parse(local)
                            .atZone(regions.zone())
                            .toOffsetDateTime()
                            .toString();
        } catch (DateTimeParseException e) {
            return local;
        }
    }

    @GetMapping("/penyerahan")
    String lists(@RequestParam(name = "page", defaultValue = "0") int page, Actor actor, Model model) {
        model.addAttribute("found", reading.page(actor, "", Page.window(page, SIZE)));
        return "desk/rawan-penyerahan";
    }

    @GetMapping("/penyerahan/{id:[0-9]+}")
    String list(
            @PathVariable long id,
            @RequestParam(name = "page", defaultValue = "0") int page,
            Actor actor,
            Model model) {
        model.addAttribute("whole", reading.one(id, actor));
        model.addAttribute("rows", reading.rows(id, Page.window(page, ROWS), actor));
        return "desk/rawan-daftar";
    }
}
