package id.deskpilkada.platform.web;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of an act on a page, told on the page that comes next as {@code done} or {@code error}. */
@Component
public class NextPage {

    private final Messages messages;

    NextPage(Messages messages) {
        this.messages = messages;
    }

    /**
     * @param act answers what to say once it is done
     * @throws Problem what nobody can mend on a page: all but 409 and 422
     */
    public void tell(RedirectAttributes next, Supplier<String> act) {
        try {
            next.addFlashAttribute("done", act.get());
        } catch (Problem refused) {
            if (refused.status() != HttpStatus.CONFLICT && refused.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw refused;
            }
            next.addFlashAttribute("error", messages.refusal(refused));
        }
    }
}
