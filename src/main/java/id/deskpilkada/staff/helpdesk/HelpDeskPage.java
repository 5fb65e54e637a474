package id.deskpilkada.staff.helpdesk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.staff.RoleNames;
import id.deskpilkada.staff.Staff;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The help desk's page: find a person, unlock the account, hand out a code. Works without JavaScript. */
@Controller
@RequestMapping("/bantuan-akun")
class HelpDeskPage {

    private final AccountSearch accounts;
    private final HelpDesk helpDesk;
    private final Staff staff;
    private final RoleNames roleNames;
    private final Messages messages;
    private final ObjectProvider<AccountStates> states;

    HelpDeskPage(
            AccountSearch accounts,
            HelpDesk helpDesk,
            Staff staff,
            RoleNames roleNames,
            Messages messages,
            ObjectProvider<AccountStates> states) {
        this.accounts = accounts;
        this.helpDesk = helpDesk;
        this.staff = staff;
        this.roleNames = roleNames;
        this.messages = messages;
        this.states = states;
    }

    @ModelAttribute("roleNames")
    RoleNames roleNames() {
        return roleNames;
    }

    /** What the person looked for, so that the list is the same after an action. */
    record Search(String q, String wilayah, int page) {}

    @ModelAttribute("search")
    Search search(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "wilayah", defaultValue = "") String region,
            @RequestParam(name = "page", defaultValue = "0") int page) {
        return new Search(q, region, page);
    }

    @GetMapping
    String list(@ModelAttribute(name = "search", binding = false) Search search, Actor actor, Model model) {
        model.addAttribute(
                "found", accounts.search(actor, search.q(), search.wilayah(), search.page(), AccountSearch.PAGE));
        states.ifAvailable(keycloak -> model.addAttribute("accounts", keycloak.overview(actor)));
        return "bantuan-akun";
    }

    @PostMapping("/buka")
    String unlock(
            @RequestParam("id") long id,
            @ModelAttribute(name = "search", binding = false) Search search,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            helpDesk.unlock(actor, id);
            model.addAttribute("unlocked", staff.name(id));
        } catch (Problem refusal) {
            refused(refusal, response, model);
        }
        return list(search, actor, model);
    }

    @PostMapping("/keluarkan")
    String endSessions(
            @RequestParam("id") long id,
            @ModelAttribute(name = "search", binding = false) Search search,
            Actor actor,
            Model model) {
        helpDesk.endSessions(actor, id);
        model.addAttribute("ended", staff.name(id));
        return list(search, actor, model);
    }

    /** The code stands in this one answer and nowhere else. */
    @PostMapping("/kode")
    String code(
            @RequestParam("id") long id,
            @ModelAttribute(name = "search", binding = false) Search search,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            model.addAttribute("code", helpDesk.code(actor, id));
            model.addAttribute("codeFor", staff.person(id).orElseThrow());
        } catch (Problem refusal) {
            refused(refusal, response, model);
        }
        return list(search, actor, model);
    }

    /** Only in sign-in mode keycloak are there accounts that can be told again. */
    @PostMapping("/ulangi")
    String retry(
            @RequestParam("id") long id,
            @ModelAttribute(name = "search", binding = false) Search search,
            Actor actor,
            Model model) {
        var keycloak = states.getIfAvailable();
        if (keycloak == null) {
            throw Problem.notFound("NOT_FOUND");
        }
        keycloak.retry(actor, id);
        return list(search, actor, model);
    }

    private void refused(Problem refusal, HttpServletResponse response, Model model) {
        response.setStatus(refusal.status().value());
        model.addAttribute("error", messages.problem(refusal.code(), refusal.arguments()));
    }
}
