package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** The recipients as the page of partners shows and changes them. */
@Component
public class RecipientList {

    private final TierRecipients recipients;

    RecipientList(TierRecipients recipients) {
        this.recipients = recipients;
    }

    /** @param way {@code EMAIL} or {@code INTAKE} @param slots separated by commas; empty: all */
    public record Entry(
            long id, String name, String way, String address, String slots, boolean active, boolean withToken) {}

    public List<Entry> all() {
        return recipients.all().stream()
                .map(one -> new Entry(
                        one.id(),
                        one.name(),
                        one.way().name(),
                        one.address(),
                        String.join(", ", one.chosenSlots()),
                        one.active(),
                        one.withToken()))
                .toList();
    }

    /** @param id 0 adds one @throws id.deskpilkada.platform.Problem as {@link TierRecipients} */
    public void save(
            Actor actor,
            long id,
            String name,
            String way,
            String address,
            List<String> slots,
            boolean active,
            String token) {
        var draft = new RecipientDraft(name, way, address, slots, active, token);
        if (id == 0) {
            recipients.add(actor, draft);
        } else {
            recipients.change(actor, id, draft);
        }
    }
}
