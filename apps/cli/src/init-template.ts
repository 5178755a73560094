/** What `sr init` writes. */
export const initTemplate = `# A semantic router. Try it:    sr route "Where is my invoice?"
# Measure it:                   sr eval --cases cases.jsonl
# Every key, for your editor:   sr schema > router.schema.json

version: 1
encoder: minilm-l6-v2

# Share of texts, between 0 and 1, that no route should take. Set it to about 0.15 where they are about
# something else entirely, to 0.35 where they are close to the routes. 0.25 is the default.
expectedOutOfScope: 0.25

# Name of the model that answers where no route is taken; a route's own stands beside its utterances.
fallback: general

routes:
  - name: billing
    description: Invoices, payments and refunds
    model: general
    # Texts as people write them: five to fifteen, as different from each other as the route allows.
    utterances:
      - Where can I download my invoice?
      - I was charged twice this month
      - How do I get a refund?
      - My credit card was declined
      - Please change the billing address
      - Cancel my subscription

  - name: technical_support
    description: Something does not work
    model: coder
    utterances:
      - The app crashes when I open it
      - I cannot log in any more
      - The page stays blank after the update
      - How do I reset my password?
      - I get an error message when uploading a file
      - Synchronisation has stopped working

  - name: sales
    description: Questions before buying
    model: general
    utterances:
      - Which plan is right for a team of ten?
      - Is there a free trial?
      - What does the enterprise edition cost?
      - Can I get a demo?
      - Do you offer a discount for schools?
      - How do you compare with other products?
`;
