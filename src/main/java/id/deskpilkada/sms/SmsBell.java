package id.deskpilkada.sms;

import id.deskpilkada.platform.Crew;
import org.springframework.stereotype.Component;

/** Wakes this node's worker when an SMS was stored here. */
@Component
public class SmsBell extends Crew.Doorbell {}
