package id.deskpilkada.tierreport.document;

import id.deskpilkada.tierreport.seal.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signature block: who answers for the report, as they sign.
 *
 * @param place and day
 * @param office lines above the seal, e.g. {@code a.n. Bupati Serang} and {@code Sekretaris Daerah}
 * @param rank null where none is known, as {@code nip}
 */
record Block(
        String place,
        List<String> office,
        String sealed,
        @Nullable String name,
        @Nullable String rank,
        @Nullable String nip) {

    static Block of(Material of, Statement seal, Words words) {
        var snapshot = of.snapshot();
        var sealed = words.text("tierdoc.block.sealed", words.time(seal.at()));
        var place = snapshot.region().name() + ", " + words.date(seal.at());
        return seal.signer() == null
                ? new Block(place, List.of(words.text("tierdoc.block.automatic")), sealed, null, null, null)
                : new Block(place, office(seal, words), sealed, seal.signer(), seal.rank(), seal.nip());
    }

    static List<String> office(Statement seal, Words words) {
        var lines = new ArrayList<String>();
        var position = seal.position() == null ? "" : seal.position();
        var capacity = seal.capacity() == null ? "DEFINITIVE" : seal.capacity();
        if (capacity.equals("AN") && seal.onBehalfOf() != null) {
            lines.add(words.text("tierdoc.capacity.AN", seal.onBehalfOf()));
            lines.add(position);
        } else {
            lines.add(words.text("tierdoc.capacity." + capacity, position).strip());
        }
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }
}
