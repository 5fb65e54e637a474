package id.deskpilkada.readiness.paper;

import id.deskpilkada.expectation.CallNotes;
import id.deskpilkada.platform.Messages;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever would call that the paper lies there already and waits to be typed in. */
@Component
@Order(2)
class ReceiptNotes implements CallNotes {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private final PaperReceipts receipts;
    private final Messages messages;

    ReceiptNotes(PaperReceipts receipts, Messages messages) {
        this.receipts = receipts;
        this.messages = messages;
    }

    @Override
    public Map<String, String> notes(long roundId, Collection<String> tps) {
        var notes = new HashMap<String, String>();
        receipts.waiting(roundId, tps)
                .forEach((station, papers) -> notes.put(
                        station,
                        messages.text(
                                "paper.note", papers.stream().map(this::one).collect(Collectors.joining("; ")))));
        return notes;
    }

    private String one(PaperReceipts.Waiting paper) {
        return messages.text(
                "paper.note.one",
                messages.text("paper.what." + paper.kind(), paper.what()),
                paper.by() + " " + TIME.format(paper.at()));
    }
}
