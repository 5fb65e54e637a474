package id.deskpilkada.tierreport.delivery;

import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.sealing.SignedLinks;
import java.nio.ByteBuffer;
import org.springframework.stereotype.Component;

/** The link in a mail by which its recipient says that the report has arrived: signed, for one delivery, and good for nothing else. */
@Component
class ReceiptLinks {

    private static final byte[] PURPOSE = {'t', 'r'};
    private static final int BYTES = PURPOSE.length + Long.BYTES;

    private final SignedLinks signed;

    ReceiptLinks(SignedLinks signed) {
        this.signed = signed;
    }

    String token(long delivery) {
        return signed.sign(
                ByteBuffer.allocate(BYTES).put(PURPOSE).putLong(delivery).array());
    }

    /** @throws Problem 404 {@code LINK_UNKNOWN} */
    long open(String token) {
        return signed.open(token)
                .filter(bytes -> bytes.length == BYTES && bytes[0] == PURPOSE[0] && bytes[1] == PURPOSE[1])
                .map(bytes -> ByteBuffer.wrap(bytes).getLong(PURPOSE.length))
                .orElseThrow(() -> Problem.notFound("LINK_UNKNOWN"));
    }
}
