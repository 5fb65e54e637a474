package id.deskpilkada.tierreport.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports go up.
 *
 * @param plain whether an intake may be reached without TLS or on this machine itself: for the demo and for trying out
 * @param waits before each further attempt; when they are used up, the desk decides
 * @param receiptWithin how long a receipt is awaited before the desk asks
 * @param askAgain how long the desk waits until it asks again
 * @param mostAsks how often the desk asks for one receipt
 * @param timeout for the whole answer of an intake
 */
@ConfigurationProperties("desk.tier-reports.delivery")
record DeliverySettings(
        @DefaultValue("false") boolean plain,
        @DefaultValue({"15s", "30s", "1m", "2m", "5m", "10m"}) List<Duration> waits,
        @DefaultValue("30m") Duration receiptWithin,
        @DefaultValue("30m") Duration askAgain,
        @DefaultValue("8") int mostAsks,
        @DefaultValue("20s") Duration timeout) {}
