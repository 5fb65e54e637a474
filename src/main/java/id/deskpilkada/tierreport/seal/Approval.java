package id.deskpilkada.tierreport.seal;

import id.deskpilkada.tierreport.Capacity;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a report, as it stands in the signature block.
 *
 * @param position e.g. {@code Camat Kramatwatu}
 * @param rank e.g. {@code Pembina (IV/a)}
 * @param nip employee number
 * @param onBehalfOf the office that somebody signs for; only with {@link Capacity#AN}
 * @param remarks what the signer adds to the figures
 * @param signedInBy how they had signed in, e.g. {@code PASSWORD}
 */
public record Approval(
        long staffId,
        String name,
        String position,
        @Nullable String rank,
        @Nullable String nip,
        Capacity capacity,
        @Nullable String onBehalfOf,
        @Nullable String remarks,
        String signedInBy) {}
