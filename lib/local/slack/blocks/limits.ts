/**
 * The limits of Block Kit. Beside each number stands the page of https://docs.slack.dev/reference/block-kit/ that
 * names it.
 */
export const LIMITS = {
  blocksInMessage: 50, // blocks
  blockId: 255, // blocks
  sectionText: 3000, // blocks/section-block
  sectionFields: 10, // blocks/section-block
  sectionField: 2000, // blocks/section-block
  headerText: 150, // blocks/header-block
  contextElements: 10, // blocks/context-block
  contextText: 3000, // composition-objects/text-object
  actionsElements: 25, // blocks/actions-block
  actionId: 255, // block-elements/button-element
  buttonText: 75, // block-elements/button-element
  buttonValue: 2000, // block-elements/button-element
  buttonUrl: 3000, // block-elements/button-element
  buttonLabel: 75, // block-elements/button-element (accessibility_label)
  selectOptions: 100, // block-elements/select-menu-element
  selectGroups: 100, // block-elements/select-menu-element
  selectPlaceholder: 150, // block-elements/select-menu-element
  groupLabel: 75, // composition-objects/option-group-object
  optionText: 75, // composition-objects/option-object
  optionValue: 150, // composition-objects/option-object
  optionDescription: 75, // composition-objects/option-object
  confirmTitle: 100, // composition-objects/confirmation-dialog-object
  confirmText: 300, // composition-objects/confirmation-dialog-object
  confirmButton: 30, // composition-objects/confirmation-dialog-object
  tableRows: 101, // blocks/data-table-block: the header and 100 rows, the smaller of two statements
  tableColumns: 20, // blocks/data-table-block
  tablePageSize: 100, // blocks/data-table-block
  tableCharacters: 10_000, // blocks/data-table-block: of all tables in a message, the smaller of two statements
  messageCharacters: 13_200, // not documented: found by trying, see msg_blocks_too_long
} as const;
