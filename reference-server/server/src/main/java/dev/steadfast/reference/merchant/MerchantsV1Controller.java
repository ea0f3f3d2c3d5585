package dev.steadfast.reference.merchant;

import dev.steadfast.payments.v1.api.MerchantsApi;
import dev.steadfast.payments.v1.model.CreateMerchantRequest;
import dev.steadfast.payments.v1.model.MerchantPatch;
import dev.steadfast.reference.security.CurrentCaller;
import java.net.URI;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The merchants of v1. */
@RestController
@SuppressWarnings("deprecation") // v1 is deprecated for its clients; it is served until its sunset
class MerchantsV1Controller implements MerchantsApi {
  private final Merchants merchants;
  private final PatchBody body;
  private final CurrentCaller caller;

  MerchantsV1Controller(Merchants merchants, PatchBody body, CurrentCaller caller) {
    this.merchants = merchants;
    this.body = body;
    this.caller = caller;
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Merchant> createMerchant(
      String idempotencyKey,
      CreateMerchantRequest request,
      @Nullable String requestId,
      @Nullable String traceparent) {
    MerchantData data =
        new MerchantData(
            request.getName(),
            request.getEmail(),
            request.getCountry(),
            request.getDefaultCurrency(),
            request.getStatementDescriptor(),
            request.getWebsiteUrl(),
            request.getMetadata());
    Merchant merchant = merchants.create(caller.get(), data);
    return ResponseEntity.created(URI.create("/v1/merchants/" + merchant.id()))
        .eTag(merchant.entityTag())
        .body(model(merchant));
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Merchant> getMerchant(
      String merchantId,
      @Nullable String ifNoneMatch,
      @Nullable String requestId,
      @Nullable String traceparent) {
    Merchant merchant = merchants.get(caller.get(), merchantId);
    // weak and strong forms of one tag match each other (RFC 9110 §13.1.2)
    if (ifNoneMatch != null && ifNoneMatch.endsWith(merchant.entityTag())) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(merchant.entityTag()).build();
    }
    return answer(merchant);
  }

  @Override
  public ResponseEntity<dev.steadfast.payments.v1.model.Merchant> updateMerchant(
      String merchantId,
      MerchantPatch patch,
      @Nullable String ifMatch,
      @Nullable String requestId,
      @Nullable String traceparent) {
    return answer(merchants.change(caller.get(), merchantId, ifMatch, body.read()));
  }

  private static ResponseEntity<dev.steadfast.payments.v1.model.Merchant> answer(
      Merchant merchant) {
    return ResponseEntity.ok().eTag(merchant.entityTag()).body(model(merchant));
  }

  private static dev.steadfast.payments.v1.model.Merchant model(Merchant merchant) {
    MerchantData data = merchant.data();
    return new dev.steadfast.payments.v1.model.Merchant(
            merchant.id(),
            data.name(),
            data.email(),
            data.country(),
            data.defaultCurrency(),
            dev.steadfast.payments.v1.model.MerchantStatus.valueOf(merchant.status().name()),
            dev.steadfast.payments.v1.model.Tier.valueOf(merchant.tier().name()),
            merchant.createdAt().atOffset(ZoneOffset.UTC),
            merchant.updatedAt().atOffset(ZoneOffset.UTC))
        .statementDescriptor(data.statementDescriptor())
        .websiteUrl(data.websiteUrl())
        .metadata(data.metadata());
  }
}
