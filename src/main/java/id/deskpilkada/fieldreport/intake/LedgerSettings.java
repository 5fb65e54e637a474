package id.deskpilkada.fieldreport.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one account may send to the ledger, reports and photos together.
 *
 * @param perSecond requests per second that an account may send for long
 * @param burst requests that it may send at once, for whoever comes back into reach with a full phone
 */
@ConfigurationProperties("desk.ledger")
record LedgerSettings(@DefaultValue("20") int perSecond, @DefaultValue("200") int burst) {}
