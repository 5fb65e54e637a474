package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the link in a mail opens: one report, and a button that says it has arrived. Opening alone says nothing, because mail programs open links by themselves. */
@Controller
@RequestMapping("/public/tanda-terima/{token}")
class ReceiptPage {

    private static final Set<HttpStatus> ANSWERED = Set.of(HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_ENTITY);

    private final DeliveryDesk desk;
    private final Regions regions;
    private final Messages messages;

    ReceiptPage(DeliveryDesk desk, Regions regions, Messages messages) {
        this.desk = desk;
        this.regions = regions;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        try {
            var seen = desk.byLink(token);
            model.addAttribute("token", token);
            model.addAttribute("report", seen.report());
            model.addAttribute("delivery", seen.delivery());
            model.addAttribute("place", regions.name(seen.report().area()));
        } catch (Problem refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", messages.problem(refused.code(), refused.arguments()));
        }
        return "tanda-terima";
    }

    @PostMapping
    String received(
            @PathVariable String token,
            @RequestParam(name = "nama", defaultValue = "") @Nullable String name,
            RedirectAttributes next) {
        try {
            desk.receivedByLink(token, name);
        } catch (Problem refused) {
            if (!ANSWERED.contains(refused.status())) {
                throw refused;
            }
            next.addFlashAttribute("notice", messages.problem(refused.code(), refused.arguments()));
            next.addFlashAttribute("typed", name);
        }
        next.addAttribute("token", token);
        return "redirect:/public/tanda-terima/{token}";
    }
}
