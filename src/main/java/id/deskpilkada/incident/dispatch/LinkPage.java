package id.deskpilkada.incident.dispatch;

import id.deskpilkada.incident.Incident;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.IncidentRows;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the link in a message to an agency opens: this one dispatch, and buttons that answer. Works on any phone, without an account and without JavaScript. */
@Controller
@RequestMapping("/d/{token}")
class LinkPage {

    private static final String TIME = "d MMMM HH.mm";

    /** What is wrong with an answer is told on the page; a link that opens nothing has no page. */
    private static final Set<HttpStatus> ANSWERED = Set.of(HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_ENTITY);

    private final AnswerDesk desk;
    private final DispatchSteps steps;
    private final IncidentRows incidents;
    private final IncidentPlaces places;
    private final Regions regions;
    private final SystemTransactions transactions;
    private final Messages messages;

    LinkPage(
            AnswerDesk desk,
            DispatchSteps steps,
            IncidentRows incidents,
            IncidentPlaces places,
            Regions regions,
            SystemTransactions transactions,
            Messages messages) {
        this.desk = desk;
        this.steps = steps;
        this.incidents = incidents;
        this.places = places;
        this.regions = regions;
        this.transactions = transactions;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        Dispatch dispatch;
        try {
            dispatch = desk.seen(token, request.getRemoteAddr());
        } catch (Problem refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", messages.problem(refused.code(), refused.arguments()));
            return "kejadian/tautan";
        }
        Incident incident = transactions.read("incident", () -> incidents.get(dispatch.incidentId()));
        model.addAttribute("token", token);
        model.addAttribute("dispatch", dispatch);
        model.addAttribute("incident", incident);
        model.addAttribute("agency", transactions.read("incident", () -> steps.agency(dispatch.agency())));
        model.addAttribute("place", places.name(incident.area()));
        model.addAttribute("observed", time(incident.observedAt()));
        model.addAttribute("due", time(dispatch.acknowledgeBy()));
        return "kejadian/tautan";
    }

    @PostMapping
    String take(
            @PathVariable String token,
            @RequestParam(name = "jawaban", defaultValue = "") String answer,
            @RequestParam(name = "keterangan", defaultValue = "") String text,
            HttpServletRequest request,
            RedirectAttributes next) {
        try {
            desk.byLink(token, request.getRemoteAddr(), Reply.pressed(answer, text));
            next.addFlashAttribute("done", true);
        } catch (Problem refused) {
            if (!ANSWERED.contains(refused.status())) {
                throw refused;
            }
            next.addFlashAttribute("notice", messages.problem(refused.code(), refused.arguments()));
            next.addFlashAttribute("pressed", answer);
            next.addFlashAttribute("typed", text);
        }
        next.addAttribute("token", token);
        return "redirect:/d/{token}";
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern(TIME, Messages.locale()).format(at.atZone(regions.zone())) + " "
                + regions.zoneName();
    }
}
