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
  overflowOptions: 5, // block-elements/overflow-menu-element
  optionUrl: 3000, // composition-objects/option-object
  checkboxOptions: 10, // block-elements/checkboxes-element
  radioOptions: 10, // block-elements/radio-button-group-element
  pickerPlaceholder: 150, // block-elements/date-picker-element
  inputLabel: 2000, // blocks/input-block
  inputHint: 2000, // blocks/input-block
  inputPlaceholder: 150, // block-elements/plain-text-input-element
  inputText: 3000, // block-elements/plain-text-input-element (min_length and max_length)
  alertText: 200, // blocks/alert-block
  blocksInView: 100, // ../views/modal-views
  viewTitle: 24, // ../views/modal-views (title, submit, close)
  viewMetadata: 3000, // ../views/modal-views (private_metadata)
  viewId: 255, // ../views/modal-views (callback_id, external_id)
  viewBytes: 250_000, // ../methods/views.open (view_too_large)
  confirmTitle: 100, // composition-objects/confirmation-dialog-object
  confirmText: 300, // composition-objects/confirmation-dialog-object
  confirmButton: 30, // composition-objects/confirmation-dialog-object
  contextActionsElements: 5, // blocks/context-actions-block
  imageUrl: 3000, // blocks/image-block
  imageAltText: 2000, // blocks/image-block
  imageTitle: 2000, // blocks/image-block
  markdownText: 12_000, // blocks/markdown-block: of all of them in a message
  containerBlocks: 10, // blocks/container-block
  containerTitle: 150, // blocks/container-block (title and subtitle)
  tablesInMessage: 1, // blocks/table-block
  tableRows: 100, // blocks/table-block
  tableColumns: 20, // blocks/table-block, blocks/data-table-block
  tableCharacters: 10_000, // blocks/data-table-block: of all tables in a message, the smaller of two statements
  dataTableRows: 101, // blocks/data-table-block: the header and 100 rows, the smaller of two statements
  dataTablePageSize: 100, // blocks/data-table-block
  messageCharacters: 13_200, // not documented: found by trying, see msg_blocks_too_long
} as const;
